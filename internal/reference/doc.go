// Package reference holds the files of others that a town compares itself
// with: one sealed submission, a bundle of them that the working group made,
// or its anonymous benchmark. It writes them for the working group and reads
// them for the towns, and believes none of what it reads before it was checked.
package reference
