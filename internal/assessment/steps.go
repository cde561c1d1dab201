package assessment

import "slices"

// Standing says how far an assessment has come on its way to the working group.
type Standing string

// The standings, in the order in which they follow each other.
const (
	Running   Standing = "running"   // criteria are open, or explanations missing
	Completed Standing = "complete"  // nothing is missing, not handed in
	Submitted Standing = "submitted" // handed in, no receipt yet
	Receipted Standing = "received"  // the working group received it
	SentBack  Standing = "returned"  // the working group returned it with reasons
	Changed   Standing = "changed"   // what was handed in says something else by now

	// EditionMissing: this laptop does not have the edition that it keeps.
	EditionMissing Standing = "edition_missing"
)

// StepKind says what a next step asks of the user.
type StepKind string

// The kinds of steps.
const (
	AddService   StepKind = "addService"
	StartOne     StepKind = "start"
	ContinueOne  StepKind = "continue"
	ExplainOne   StepKind = "explain" // every criterion has a verdict, explanations are missing
	SubmitOne    StepKind = "submit"
	ResubmitOne  StepKind = "resubmit" // complete, and changed since it was handed in
	CorrectOne   StepKind = "correct"  // the working group returned it
	AwaitReceipt StepKind = "receipt"  // handed in; sync to see whether the receipt is there
)

// Step is one thing to do next.
type Step struct {
	Kind       StepKind
	Service    Service    // of all but AddService
	Moment     Moment     // "" for AddService
	Assessment Assessment // of all but AddService and StartOne
	Progress   Progress
}

// Assessed is an assessment with its standing.
type Assessed struct {
	Assessment
	Standing Standing
	Progress Progress
}

// NextSteps tells what there is to do: what was begun, and what the strategy
// requires (an assessment before and after for each significant new or
// reworked service, 3.2), each in its [Turn].
func NextSteps(services []Service, assessed []Assessed) []Step {
	if len(services) == 0 {
		return []Step{{Kind: AddService}}
	}
	var steps []Step
	byService := make(map[string]Service)
	for _, s := range services {
		byService[s.ID] = s
		steps = append(steps, missing(s, assessed)...)
	}
	for _, a := range assessed {
		if kind := stepFor(a); kind != "" {
			steps = append(steps, Step{
				Kind: kind, Service: byService[a.ServiceID], Moment: a.Moment, Assessment: a.Assessment, Progress: a.Progress})
		}
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.turn().Compare(b.turn()) })
	return steps
}

func stepFor(a Assessed) StepKind {
	switch a.Standing {
	case Running, Changed:
		if a.Progress.Open > 0 {
			return ContinueOne
		}
		if a.Progress.Incomplete > 0 {
			return ExplainOne
		}
		return ResubmitOne
	case Completed:
		return SubmitOne
	case Submitted:
		return AwaitReceipt
	case SentBack:
		return CorrectOne
	default:
		return ""
	}
}

// missing gives the assessment that a service needs and does not have. The
// one afterwards is asked for once the one beforehand is handed in.
func missing(s Service, assessed []Assessed) []Step {
	if !s.Significance().Required {
		return nil
	}
	before, beforeDone, after := false, false, false
	for _, a := range assessed {
		if a.ServiceID != s.ID {
			continue
		}
		before = before || a.Moment == Before
		after = after || a.Moment == After
		beforeDone = beforeDone || (a.Moment == Before && (a.Standing == Receipted || a.Standing == Changed))
	}
	switch {
	case !before && !after:
		return []Step{{Kind: StartOne, Service: s, Moment: Before}}
	case beforeDone && !after:
		return []Step{{Kind: StartOne, Service: s, Moment: After}}
	default:
		return nil
	}
}

// turn goes by the planned month of the service.
func (s Step) turn() Turn {
	return Turn{Kind: s.Kind, Day: s.Service.Planned, Service: s.Service.Name, ServiceID: s.Service.ID, Moment: s.Moment}
}
