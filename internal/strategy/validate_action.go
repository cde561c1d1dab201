package strategy

func checkActions(r *reader, actions list[Action]) {
	actions.refuseEmpty(r)
	for _, e := range actions.entries {
		s, a := e.spot, e.value
		s.at("number").failUnless(a.Number == e.index+1, "action_number", a.Number)
		s.at("title").text(a.Title)
		s.at("description").prose(a.Description)
		s.at("owner").text(a.Owner)
		choice(s.at("timing"), a.Timing, ShortTerm, MediumTerm, LongTerm, Ongoing, ByOwner)
		choice(s.at("budget"), a.Budget, LowBudget, MediumBudget, HighBudget, ByProject)
		choice(s.at("status"), a.Status, ToStart, Running)
		s.at("source").section(a.Source)
		s.at("touches_note").optionalText(a.TouchesNote)
		for j, number := range a.Touches {
			s.of("touches", j).failUnless(number >= 1 && number <= actions.size && number != a.Number, "action_unknown", number)
		}
		for j, served := range a.ServedBy {
			at := s.of("served_by", j)
			choice(at.at("part"), served.Part, AssessmentPart, IndicatorsPart, AidsPart, StrategyPart, FeedbackPart,
				AnnualReportPart, ComparisonPart, SyncPart, WorkingGroupPart)
			at.at("how").prose(served.How)
		}
	}
}
