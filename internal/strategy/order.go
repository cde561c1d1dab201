package strategy

import (
	"errors"
	"strconv"
	"strings"
)

// Order compares two editions by year and number: 2022.9 is before 2022.10.
func Order(a, b string) int {
	yearA, numberA := yearAndNumber(a)
	yearB, numberB := yearAndNumber(b)
	if yearA != yearB {
		return yearA - yearB
	}
	return numberA - numberB
}

func yearAndNumber(edition string) (year, number int) {
	before, after, _ := strings.Cut(edition, ".")
	year, errYear := strconv.Atoi(before)
	number, errNumber := strconv.Atoi(after)
	if errors.Join(errYear, errNumber) != nil {
		return 0, 0 // before any that [Parse] lets in
	}
	return year, number
}
