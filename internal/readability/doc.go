// Package readability measures how hard a Dutch text is to read: the length of
// its sentences and words, the Flesch-Douma score, the passive voice, and
// jargon with plain alternatives. Each finding says where it stands in the
// text.
//
// Figures are aids, not verdicts: a short sentence can be unclear, and no
// formula knows what the reader knows already.
package readability
