package readability

// auxiliaries are the forms of "worden": with a past participle in the same
// sentence, they make the passive voice.
var auxiliaries = setOf(`word wordt worden werd werden`)

// agents are the forms of "zijn" that are passive only where "door" says who
// acts: "is goedgekeurd door" is, "is gesloten" may be a state.
var agents = setOf(`is zijn was waren ben bent geweest`)

// passive gives the words that make a sentence passive, from the first to the
// last of them.
func passive(s sentence) (span, bool) {
	var past []bool // which words are participles; asked for once there is an auxiliary
	for i, w := range s.words {
		if !auxiliaries[w.fold] && !agents[w.fold] {
			continue
		}
		if past == nil {
			past = participles(s.words)
		}
		found := near(len(past), i, func(at int) bool { return past[at] })
		if found >= 0 && agents[w.fold] && near(len(past), found, func(at int) bool { return s.words[at].fold == "door" }) < 0 {
			found = -1
		}
		if found >= 0 {
			return span{s.words[min(i, found)].start, s.words[max(i, found)].end}, true
		}
	}
	return span{}, false
}

// participles tells which words are participles. After "te" stands an
// infinitive, which may look the same: "te ontvangen".
func participles(words []word) []bool {
	past := make([]bool, len(words))
	for i, w := range words {
		past[i] = isParticiple(w.fold) && (i == 0 || words[i-1].fold != "te")
	}
	return past
}

// farthest is how many words an auxiliary and its participle can be apart.
const farthest = 30

// near gives the closest of n places for which is holds, -1 for none.
func near(n, at int, is func(int) bool) int {
	for distance := 1; distance <= farthest; distance++ {
		for _, i := range []int{at + distance, at - distance} {
			if i >= 0 && i < n && is(i) {
				return i
			}
		}
	}
	return -1
}
