package strategy

import "strconv"

func (r *reader) checkActions(actions []Action) {
	if len(actions) == 0 {
		r.fail(actionsFile, "list_empty", nil)
	}
	for i, a := range actions {
		s := r.item(actionsFile, i, strconv.Itoa(a.Number))
		s.at("number").failUnless(a.Number == i+1, "action_number", a.Number)
		s.at("title").text(a.Title)
		s.at("description").prose(a.Description)
		s.at("owner").text(a.Owner)
		choice(s.at("timing"), a.Timing, ShortTerm, MediumTerm, LongTerm, Ongoing, ByOwner)
		choice(s.at("budget"), a.Budget, LowBudget, MediumBudget, HighBudget, ByProject)
		choice(s.at("status"), a.Status, ToStart, Running)
		s.at("source").section(a.Source)
		s.at("touches_note").optionalText(a.TouchesNote)
		for j, number := range a.Touches {
			s.of("touches", j).failUnless(number >= 1 && number <= len(actions) && number != a.Number, "action_unknown", number)
		}
		for j, served := range a.ServedBy {
			at := s.of("served_by", j)
			choice(at.at("part"), served.Part, AssessmentPart, IndicatorsPart, AidsPart, StrategyPart, FeedbackPart,
				AnnualReportPart, ComparisonPart, SyncPart, WorkingGroupPart)
			at.at("how").prose(served.How)
		}
	}
}
