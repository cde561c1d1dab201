package evidence

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the longest name, in bytes: systems take 255, and a number may
// come behind it.
const maxName = 180

// reserved names are devices on Windows, whatever their extension.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// SafeName gives the last part of a name from outside, fit for every system
// and without signs that make it read as another: controls, and marks that
// turn the direction of reading. "" where nothing is left.
func SafeName(name string) string {
	name = strings.ToValidUTF8(name, "")
	if at := strings.LastIndexAny(name, `/\`); at >= 0 {
		name = name[at+1:]
	}
	if len(name) > 1 && name[1] == ':' { // a drive
		name = name[2:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune(`<>:"|?*`, r):
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(shortened(strings.Trim(name, ". ")), ". ")
	stem, _, _ := strings.Cut(name, ".")
	if slices.Contains(reserved, strings.ToLower(strings.TrimSpace(stem))) {
		name = "_" + name
	}
	return name
}

// shortened cuts a long name before its extension.
func shortened(name string) string {
	if len(name) <= maxName {
		return name
	}
	const longestExtension = 12
	extension := filepath.Ext(name)
	if len(extension) > longestExtension {
		extension = ""
	}
	stem := name[:maxName-len(extension)]
	for !utf8.ValidString(stem) {
		stem = stem[:len(stem)-1]
	}
	return stem + extension
}

// Unique gives names that differ, also where a system makes no difference
// between capitals and small letters: what comes twice gets a number.
func Unique(names []string) []string {
	taken := make(map[string]bool)
	unique := make([]string, 0, len(names))
	for _, name := range names {
		extension := filepath.Ext(name)
		stem, free := strings.TrimSuffix(name, extension), name
		for n := 2; taken[strings.ToLower(free)]; n++ {
			free = stem + " (" + strconv.Itoa(n) + ")" + extension
		}
		taken[strings.ToLower(free)] = true
		unique = append(unique, free)
	}
	return unique
}
