package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// CompareKind says what something to compare is.
type CompareKind string

// The kinds.
const (
	ComparesOwn        CompareKind = "assessment" // of this laptop
	ComparesSubmission CompareKind = "submission" // of another town
	ComparesBenchmark  CompareKind = "benchmark"
)

// ComparableView is something that can be compared.
type ComparableView struct {
	ID          string              `json:"id"`
	Kind        CompareKind         `json:"kind"`
	Service     string              `json:"service"` // its name; "" for a benchmark
	ServiceID   string              `json:"serviceId"`
	Moment      assessment.Moment   `json:"moment"`
	Town        string              `json:"town"` // "" for one's own
	Audience    assessment.Audience `json:"audience"`
	Edition     string              `json:"edition"`
	Date        string              `json:"date"` // started, handed in or made
	Open        int                 `json:"open"` // criteria without a verdict
	Fictional   bool                `json:"fictional"`
	Trust       TrustState          `json:"trust"`
	Submissions int                 `json:"submissions"` // that a benchmark counts
	Towns       int                 `json:"towns"`
	Problem     string              `json:"problem"` // why it can't be compared, "" for nothing

	submission string // id of the submission that it is, "" for none
}

// ComparablesView is what there is to choose from.
type ComparablesView struct {
	Own        []ComparableView         `json:"own"` // by service, the latest first
	References []ReferenceView          `json:"references"`
	Proposals  []ComparisonProposalView `json:"proposals"`
	Max        int                      `json:"max"` // that can be compared at once
}

// ComparisonProposalView is a comparison that is likely wanted.
type ComparisonProposalView struct {
	Kind    string   `json:"kind"` // moments, earlier or benchmark
	Service string   `json:"service"`
	IDs     []string `json:"ids"`
}

const referencePrefix = "ref:"

// Comparables gives what can be compared.
func (f *Facade) Comparables(ctx context.Context, _ Nothing) (ComparablesView, error) {
	view := ComparablesView{Own: []ComparableView{}, Proposals: []ComparisonProposalView{}, Max: assessment.MaxSides}
	services, err := f.store.Services(ctx)
	if err != nil {
		return view, err
	}
	assessed, err := f.assessed(ctx)
	if err != nil {
		return view, err
	}
	town, err := f.store.Town(ctx)
	if err != nil {
		return view, err
	}
	if view.References, err = f.references(ctx); err != nil {
		return view, err
	}
	onceEach(view.References)
	slices.SortStableFunc(assessed, func(a, b assessment.Assessed) int { return b.StartedAt.Compare(a.StartedAt) })
	for _, s := range services {
		var of []ComparableView
		for _, a := range assessed {
			if a.ServiceID == s.ID {
				of = append(of, f.ownView(ctx, s, a, town.Fictional))
			}
		}
		view.Own = append(view.Own, of...)
		view.Proposals = append(view.Proposals, proposalsFor(s, of, view.References)...)
	}
	return view, nil
}

func (f *Facade) ownView(ctx context.Context, s assessment.Service, a assessment.Assessed, fictional bool) ComparableView {
	view := ComparableView{
		ID: a.ID, Kind: ComparesOwn, Service: s.Name, ServiceID: s.ID, Moment: a.Moment, Audience: s.Audience,
		Edition: a.Edition, Date: moment(a.StartedAt), Open: a.Progress.Open, Fictional: fictional, Trust: TrustOwn,
	}
	if a.Standing == assessment.EditionMissing {
		view.Problem = f.Texts(ctx).Fault(fault.New(fault.NotFound, "error.edition_missing", fault.Args{"Edition": a.Edition}))
	} else if a.Progress.Answered == 0 {
		view.Problem = f.Texts(ctx).Text("app.compare.nothing", nil)
	}
	return view
}

// proposalsFor gives the comparisons of a service that are likely wanted: its
// latest assessment with the one before, and with the benchmark.
func proposalsFor(s assessment.Service, own []ComparableView, references []ReferenceView) []ComparisonProposalView {
	own = slices.DeleteFunc(slices.Clone(own), func(c ComparableView) bool { return c.Problem != "" })
	if len(own) == 0 {
		return nil
	}
	var proposals []ComparisonProposalView
	latest := own[0]
	if earlier, found := earlierThan(latest, own[1:]); found {
		kind := "earlier"
		if earlier.Moment != latest.Moment {
			kind = "moments"
		}
		proposals = append(proposals, ComparisonProposalView{kind, s.Name, []string{latest.ID, earlier.ID}})
	}
	if benchmark, found := benchmarkFor(latest, references); found {
		proposals = append(proposals, ComparisonProposalView{"benchmark", s.Name, []string{latest.ID, benchmark.ID}})
	}
	return proposals
}

// earlierThan gives the assessment to look back at: the latest of the other
// moment, else the one before.
func earlierThan(latest ComparableView, others []ComparableView) (ComparableView, bool) {
	for _, c := range others {
		if c.Moment != latest.Moment {
			return c, true
		}
	}
	if len(others) == 0 {
		return ComparableView{}, false
	}
	return others[0], true
}

// benchmarkFor gives the group of services for the same users, else of all.
func benchmarkFor(of ComparableView, references []ReferenceView) (found ComparableView, is bool) {
	for _, r := range references {
		for _, c := range r.Items {
			if c.Kind != ComparesBenchmark || c.Problem != "" || c.Fictional != of.Fictional {
				continue
			}
			if c.Audience == of.Audience && c.Audience != "" {
				return c, true
			}
			if c.Audience == "" && !is {
				found, is = c, true
			}
		}
	}
	return found, is
}

// CompareInput names what is compared.
type CompareInput struct {
	IDs []string `json:"ids"`
}

// ComparisonView says who does better, and how.
type ComparisonView struct {
	Sides    []ComparableView   `json:"sides"`
	Edition  string             `json:"edition"` // the latest of theirs
	Lines    []ComparedLineView `json:"lines"`   // those that differ first
	Cells    []ComparedCellView `json:"cells"`   // per principle, user before inclusion
	Better   []int              `json:"better"`  // of each side
	Worse    []int              `json:"worse"`
	Alike    int                `json:"alike"` // criteria that ask the same
	Reworded int                `json:"reworded"`
	InSome   int                `json:"inSome"` // that only some of the editions have
}

// ComparedLineView compares one criterion.
type ComparedLineView struct {
	Criterion strategy.CriterionCode `json:"criterion"`
	Label     string                 `json:"label"`
	Principle strategy.PrincipleCode `json:"principle"`
	Asks      assessment.Asks        `json:"asks"`
	Outcome   assessment.Outcome     `json:"outcome"`
	Stands    []StandView            `json:"stands"` // of each side
	Ideas     []int                  `json:"ideas"`  // the sides that show how
}

// StandView is what one side says about a criterion.
type StandView struct {
	Asked       bool               `json:"asked"`
	Verdict     assessment.Verdict `json:"verdict"`
	Explanation string             `json:"explanation"`
	Evidence    []string           `json:"evidence"` // names
	Count       *CountView         `json:"count"`    // of a benchmark, else null
}

// CountView is how often a criterion was met.
type CountView struct {
	Met           int `json:"met"`
	Unmet         int `json:"unmet"`
	NotApplicable int `json:"notApplicable"`
	Percent       int `json:"percent"` // of those that it applies to
}

// ComparedCellView compares a principle by one kind of criteria.
type ComparedCellView struct {
	Principle strategy.PrincipleCode `json:"principle"`
	Name      string                 `json:"name"`
	Kind      strategy.Kind          `json:"kind"`
	Cells     []CellView             `json:"cells"` // of each side, as its own result shows it
	Better    []int                  `json:"better"`
	Worse     []int                  `json:"worse"`
	Differs   int                    `json:"differs"`
	Same      int                    `json:"same"`
}

// Compare compares two to five of them.
func (f *Facade) Compare(ctx context.Context, in CompareInput) (ComparisonView, error) {
	var ids []string
	for _, id := range in.IDs {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < assessment.MinSides || len(ids) > assessment.MaxSides {
		return ComparisonView{}, fault.New(fault.Invalid, "error.compare_number", fault.Args{"Min": assessment.MinSides, "Max": assessment.MaxSides})
	}
	var sides []assessment.Side
	var shown []ComparableView
	for _, id := range ids {
		view, side, err := f.side(ctx, id)
		if err != nil {
			return ComparisonView{}, err
		}
		side.ID = id
		sides, shown = append(sides, side), append(shown, view)
	}
	return f.comparisonView(ctx, assessment.Compared(sides), shown)
}

func (f *Facade) side(ctx context.Context, id string) (ComparableView, assessment.Side, error) {
	if rest, is := strings.CutPrefix(id, referencePrefix); is {
		return f.referenceSide(ctx, id, rest)
	}
	a, catalogue, err := f.complete(ctx, id)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	service, err := f.store.Service(ctx, a.ServiceID)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	town, err := f.store.Town(ctx)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	view := f.ownView(ctx, service, assessment.Assessed{Assessment: a, Progress: assessment.ProgressOf(a.Answers)}, town.Fictional)
	return view, assessment.Side{Catalogue: catalogue, Answers: a.Answers, Evidence: a.Evidence}, nil
}

func (f *Facade) referenceSide(ctx context.Context, id, rest string) (ComparableView, assessment.Side, error) {
	hash, index, _ := strings.Cut(rest, ":")
	r, err := f.store.Reference(ctx, hash)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	file, err := f.read.read(r)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	key, err := f.workingGroupKey(ctx)
	if err != nil {
		return ComparableView{}, assessment.Side{}, err
	}
	items := itemsOf(file)
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(items) {
		return ComparableView{}, assessment.Side{}, fault.Wrap(err, fault.NotFound, "error.reference_not_found", nil)
	}
	side, err := f.sideOf(items[i])
	return items[i].view(id, trustIn(file, key)), side, err
}

func (f *Facade) comparisonView(ctx context.Context, c assessment.Comparison, sides []ComparableView) (ComparisonView, error) {
	lang := strategy.Language(f.language(ctx))
	catalogue, err := f.shelf.Catalogue(c.Edition)
	if err != nil {
		return ComparisonView{}, err
	}
	names := make(map[strategy.PrincipleCode]string)
	for _, p := range catalogue.Principles {
		names[p.Code] = p.Name.In(lang)
	}
	view := ComparisonView{
		Sides: sides, Edition: c.Edition, Lines: []ComparedLineView{}, Cells: []ComparedCellView{}, Better: c.Better, Worse: c.Worse,
		Alike: c.Alike, Reworded: c.Reworded, InSome: c.InSome,
	}
	for _, l := range c.Lines {
		view.Lines = append(view.Lines, lineView(l, lang))
	}
	for _, cell := range c.Cells {
		view.Cells = append(view.Cells, ComparedCellView{
			Principle: cell.Principle, Name: names[cell.Principle], Kind: cell.Kind, Cells: matrixView(cell.Cells),
			Better: cell.Better, Worse: cell.Worse, Differs: cell.Differs, Same: cell.Same,
		})
	}
	return view, nil
}

func lineView(l assessment.Line, lang strategy.Language) ComparedLineView {
	view := ComparedLineView{
		Criterion: l.Criterion.Code, Label: l.Criterion.Label.In(lang), Principle: l.Criterion.Principle, Asks: l.Asks, Outcome: l.Outcome,
		Stands: []StandView{}, Ideas: append([]int{}, l.Ideas()...),
	}
	for _, s := range l.Stands {
		stand := StandView{Asked: s.Asked, Verdict: s.Verdict, Explanation: s.Explanation, Evidence: []string{}}
		for _, e := range s.Evidence {
			stand.Evidence = append(stand.Evidence, e.Name)
		}
		if s.Count != nil {
			stand.Count = &CountView{s.Count.Met, s.Count.Unmet, s.Count.NotApplicable, assessment.Cell{Met: s.Count.Met, Unmet: s.Count.Unmet}.Percent()}
		}
		view.Stands = append(view.Stands, stand)
	}
	return view
}
