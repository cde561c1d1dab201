// Package strategy holds the digital service strategy for the Flemish
// authorities as data: the principles and criteria, in versioned editions
// called catalogues, and the municipalities that work with them.
//
// The catalogue is data and not code. One edition is embedded; later ones
// come as files and pass the same [Parse]. What comes out of this package is
// shared and must not be changed by its users.
package strategy
