package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// NotificationReport is everything that a notification to the steering body
// says on paper (strategy 3.2, comply or explain).
type NotificationReport struct {
	AssessmentReport
	Version    int                            // 1, 2, …
	Measures   []assessment.ImprovementAction // that are planned for what is unmet
	Earlier    *EarlierReport                 // what it is held against, nil for nothing
	Correction *CorrectionReport              // of the version before, nil for the first
}

// EarlierReport is the assessment beforehand, or last year's.
type EarlierReport struct {
	Assessment assessment.Assessment // with one answer for each criterion
	Catalogue  *strategy.Catalogue   // of its edition
}

// CorrectionReport says what changed since the version before, and why.
type CorrectionReport struct {
	Reason  string
	Changes []assessment.Difference
	Parts   []string // that changed besides the answers: the ends of keys

	Measures []MeasureChange // which measures are other, where the version before is known
}

// MeasureChange says what became of a planned measure.
type MeasureChange struct {
	Title string
	Kind  string   // added, gone or changed
	Facts []string // that differ, of one that changed: the ends of keys
}

// WriteNotification writes a notification to w; see [WriteAssessment].
func WriteNotification(w io.Writer, r NotificationReport, texts Texts, made time.Time) (replaced []pdf.Replacement, err error) {
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("write notification: %w", err)
	}
	p := notification{report: r, pages: pages{
		AssessmentReport: r.AssessmentReport, wording: newWording(r.AssessmentReport, texts), made: made,
		matrix: assessment.Score(r.Catalogue, r.Assessment.Answers), toldAt: make(map[string]strategy.CriterionCode),
	}}
	options := p.options()
	options.Title = p.fill("report.notification.title", args{"Service": p.Service.Name, "Town": p.Town})
	options.Subject = p.text("report.notification.subject")
	options.RunningTitle = p.fill("report.notification.running", args{"Service": p.Service.Name})
	replaced, err = pdf.Write(w, options, p.build)
	if err != nil {
		return nil, fmt.Errorf("write notification: %w", err)
	}
	return replaced, nil
}

// NotificationWord is what the name of a notification's file begins with.
func NotificationWord(texts Texts) string { return texts.Text("report.notification.file", nil) }

// NotificationState is what the name of a notification's file ends with: the
// version that was handed in, or that it is a draft.
func NotificationState(r NotificationReport, texts Texts) string {
	if r.Submission == "" {
		return texts.Text("report.notification.file_draft", nil)
	}
	return texts.Text("report.notification.file_version", args{"Version": r.Version})
}

func (r *NotificationReport) check() error {
	if err := r.AssessmentReport.check(); err != nil {
		return err
	}
	if r.Version < 1 {
		return inconsistent("version", fmt.Errorf("is %d", r.Version))
	}
	if r.Earlier == nil {
		return nil
	}
	earlier := r.AssessmentReport
	earlier.Assessment, earlier.Catalogue = r.Earlier.Assessment, r.Earlier.Catalogue
	return earlier.check()
}

// notification is a notification on its way into a document.
type notification struct {
	report NotificationReport
	pages
}

func (n *notification) build(d *pdf.Document) error {
	p := &n.pages
	n.titlePage(d)
	n.cover(d)
	n.correction(d)
	d.Heading(1, p.text("report.summary.heading"))
	d.Paragraph(pdf.Paragraph{Large: true, Runs: pdf.Text(p.outcome())})
	p.answerBar(d)
	d.Heading(2, p.text("report.matrix.heading"))
	n.sides(d)
	p.legend(d)
	n.explained(d)
	p.notApplicable(d)
	p.open(d)
	n.met(d)
	n.evidence(d)
	p.service(d)
	d.KeepTogether(func() { p.closing(d) })
	return nil
}

func (n *notification) titlePage(d *pdf.Document) {
	p := &n.pages
	review := p.Assessment.Review
	page := pdf.TitlePage{
		Kind: p.text("report.notification.kind"), Title: p.Service.Name, Subtitle: p.Town,
		Facts: append([]pdf.Definition{
			{Term: p.text("report.notification.version"), Value: pdf.Text(p.number(int64(n.report.Version)))},
			{Term: p.text("report.fact.moment"), Value: p.plain("report.moment." + string(p.Assessment.Moment))},
			{Term: p.text("report.fact.date"), Value: pdf.Text(p.date(p.Date))},
		}, append(p.adoption(review), []pdf.Definition{
			{Term: p.text("report.fact.made_by"), Value: p.person(p.MadeBy)},
			{Term: p.text("report.fact.edition"), Value: pdf.Text(p.Assessment.Edition)},
			{Term: p.text("report.fact.submission"), Value: pdf.Text(p.Submission)},
		}...)...),
	}
	var notices []string
	if p.Fictional {
		notices = append(notices, p.text("report.fictional.notice"))
	}
	if p.Submission == "" {
		notices = append(notices, p.text("report.notification.draft"))
	}
	page.Notice = pdf.Text(strings.Join(notices, " "))
	d.TitlePage(page)
}

// adoption states the decision of the executive, or that there is none yet.
func (p *pages) adoption(review assessment.Reviewing) []pdf.Definition {
	on, err := time.Parse(time.DateOnly, review.AdoptedOn)
	if err != nil {
		return []pdf.Definition{{Term: p.text("report.fact.adopted"), Value: p.missing("report.not_adopted")}}
	}
	facts := []pdf.Definition{
		{Term: p.text("report.fact.adopted"), Value: pdf.Text(p.date(on))},
		{Term: p.text("report.fact.decision"), Value: p.person(review.Decision)},
	}
	if changed := review.ChangedSince(p.Assessment.Answers); len(changed) > 0 {
		facts = append(facts, pdf.Definition{Term: p.text("report.fact.since"), Value: pdf.Text(p.changedSince(changed))})
	}
	return facts
}

// changedSince names the criteria that the executive did not see as they are.
func (w wording) changedSince(codes []strategy.CriterionCode) string {
	var names []string
	for _, code := range codes {
		names = append(names, string(code))
	}
	return w.texts.Count("report.changed_since", len(codes), args{"Criteria": strings.Join(names, ", ")})
}

// cover gives the town's own words, in the paragraphs in which they were written.
func (n *notification) cover(d *pdf.Document) {
	p := &n.pages
	if strings.TrimSpace(p.Assessment.Cover) == "" {
		return
	}
	d.Heading(1, p.text("report.notification.cover"))
	d.Text(p.person(strings.TrimSpace(p.Assessment.Cover))...)
}

// correction says what this version changes.
func (n *notification) correction(d *pdf.Document) {
	p := &n.pages
	c := n.report.Correction
	if c == nil {
		return
	}
	d.Heading(1, p.fill("report.notification.correction", args{"Version": n.report.Version - 1}))
	if reason := strings.TrimSpace(c.Reason); reason != "" {
		d.Text(p.labelled("report.notification.reason", reason)...)
	}
	var items [][]pdf.Run
	for _, change := range c.Changes {
		items = append(items, n.change(change))
	}
	for _, part := range c.Parts {
		items = append(items, p.plain("report.notification.part."+part))
	}
	for _, m := range c.Measures {
		items = append(items, p.measureChange(m))
	}
	if len(items) == 0 {
		d.Text(p.plain("report.notification.unchanged")...)
		return
	}
	d.Bullets(items...)
}

func (n *notification) change(c assessment.Difference) []pdf.Run {
	p := &n.pages
	runs := []pdf.Run{{Text: string(c.Criterion), Bold: true}}
	if criterion, err := p.Catalogue.Criterion(c.Criterion); err == nil {
		runs = append(runs, pdf.Run{Text: " " + criterion.Label.In(p.Language)})
	}
	said := p.text("report.notification.reworded")
	if c.From != c.To {
		said = p.fill("report.notification.from_to", args{"From": p.verdict(c.From), "To": p.verdict(c.To)})
	}
	return append(runs, pdf.Run{Text: p.text("punctuation.colon") + " " + said})
}

// measureChange names a measure and what became of it.
func (p *pages) measureChange(m MeasureChange) []pdf.Run {
	said := p.text("report.notification.measure." + m.Kind)
	if len(m.Facts) > 0 {
		var facts []string
		for _, fact := range m.Facts {
			facts = append(facts, p.text("report.notification.fact."+fact))
		}
		said = p.fill("report.notification.measure.changed", args{"Facts": strings.Join(facts, ", ")})
	}
	return []pdf.Run{{Text: m.Title, Bold: true, Lang: p.typed}, {Text: p.text("punctuation.colon") + " " + said}}
}

// verdict gives the word of an answer.
func (p *pages) verdict(v assessment.Verdict) string {
	_, key := verdictSign(v)
	return p.text(key)
}

// sides shows the matrix: now, and what it was held against.
func (n *notification) sides(d *pdf.Document) {
	p := &n.pages
	if n.report.Earlier == nil {
		p.scores(d)
		return
	}
	before := pages{AssessmentReport: p.AssessmentReport, wording: p.wording, matrix: assessment.Score(n.report.Earlier.Catalogue, n.report.Earlier.Assessment.Answers)}
	d.Text(pdf.Run{Text: p.fill("report.notification.earlier", args{
		"Moment": p.text("report.moment." + string(n.report.Earlier.Assessment.Moment)), "Date": p.date(n.report.Earlier.Assessment.StartedAt), "Edition": n.report.Earlier.Assessment.Edition,
	})})
	t := pdf.Table{Summary: p.text("report.notification.sides_summary"), Grid: true, Columns: []pdf.Column{
		{Header: p.text("report.matrix.principle"), Share: 1.1}, {Header: p.text("report.notification.before"), Share: 1}, {Header: p.text("report.notification.now"), Share: 1},
	}}
	for _, principle := range p.Catalogue.Principles {
		for _, kind := range kinds {
			head := []pdf.Run{{Text: principle.Name.In(p.Language) + "\n", Bold: true}, {Text: p.text("report.kind." + string(kind))}}
			t.Rows = append(t.Rows, []pdf.Cell{
				{Header: true, Runs: head}, before.matrixCell(before.cell(principle.Code, kind)), p.matrixCell(p.cell(principle.Code, kind)),
			})
		}
	}
	d.Table(t)
}

// explained lists what is not met: why, and what is planned.
func (n *notification) explained(d *pdf.Document) {
	p := &n.pages
	list := p.with(assessment.No)
	d.Heading(1, p.text("report.unmet.heading"))
	if len(list) == 0 {
		d.Text(p.plain("report.unmet.none")...)
		return
	}
	p.intro(d, "report.unmet.intro", len(list))
	t := pdf.Table{Summary: p.text("report.notification.unmet_summary"), Columns: []pdf.Column{
		{Header: p.text("report.column.criterion"), Share: 1}, {Header: p.text("report.column.explanation"), Share: 1.4},
		{Header: p.text("report.notification.measures"), Share: 1.2},
	}}
	for _, a := range list {
		symbol, _ := verdictSign(a.Verdict)
		said := p.person(a.Explanation)
		if a.Incomplete() {
			said = p.missing("report.explanation_missing")
		}
		t.Rows = append(t.Rows, []pdf.Cell{
			{Header: true, Symbol: symbol, Runs: []pdf.Run{{Text: string(a.Code) + "\n", Bold: true}, {Text: a.Label.In(p.Language)}}},
			{Runs: said}, {Runs: n.measures(a.Code)},
		})
	}
	d.Table(t)
}

func (n *notification) measures(code strategy.CriterionCode) []pdf.Run {
	p := &n.pages
	var runs []pdf.Run
	for _, m := range n.report.Measures {
		if !m.Plans(code) {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, pdf.Run{Text: "\n"})
		}
		runs = append(runs, pdf.Run{Text: m.Title, Bold: true, Lang: p.typed})
		for _, fact := range []string{p.text("report.notification.status." + string(status(m))), p.due(m), p.budgetBand(m)} {
			if fact != "" {
				runs = append(runs, pdf.Run{Text: "\n" + fact})
			}
		}
		if m.Owner != "" {
			runs = append(runs, pdf.Run{Text: "\n" + p.text("report.notification.owner") + " "}, pdf.Run{Text: m.Owner, Lang: p.typed})
		}
	}
	if runs == nil {
		return p.missing("report.notification.no_measure")
	}
	return runs
}

// status gives a status that has a word.
func status(m assessment.ImprovementAction) assessment.ImprovementStatus {
	if m.Status == assessment.Started || m.Status == assessment.Done {
		return m.Status
	}
	return assessment.ToStart
}

func (p *pages) due(m assessment.ImprovementAction) string {
	on, err := time.Parse(time.DateOnly, m.Due)
	if err != nil {
		return ""
	}
	return p.fill("report.notification.due", args{"Date": p.date(on)})
}

func (p *pages) budgetBand(m assessment.ImprovementAction) string {
	switch m.Budget {
	case strategy.LowBudget, strategy.MediumBudget, strategy.HighBudget, strategy.ByProject:
		return p.text("report.notification.budget." + string(m.Budget))
	}
	return ""
}

// met names what is met, principle by principle.
func (n *notification) met(d *pdf.Document) {
	p := &n.pages
	list := p.with(assessment.Yes)
	if len(list) == 0 {
		return
	}
	d.Heading(1, p.text("report.notification.met"))
	p.intro(d, "report.notification.met_intro", len(list))
	for _, principle := range p.Catalogue.Principles {
		var items [][]pdf.Run
		for _, a := range list {
			if a.Principle == principle.Code {
				items = append(items, []pdf.Run{{Text: string(a.Code) + " ", Bold: true}, {Text: a.Label.In(p.Language)}})
			}
		}
		if len(items) > 0 {
			d.Heading(2, principle.Name.In(p.Language))
			d.Bullets(items...)
		}
	}
}

// evidence names what supports the answers; files are named with the start of
// their hash, by which they can be told apart.
func (n *notification) evidence(d *pdf.Document) {
	p := &n.pages
	if len(p.Assessment.Evidence) == 0 {
		return
	}
	const enough = 12 // characters of a hash
	d.Heading(1, p.text("report.notification.evidence"))
	var items [][]pdf.Run
	for _, e := range p.Assessment.Evidence {
		runs := []pdf.Run{{Text: string(e.Criterion) + " ", Bold: true}, {Text: e.Name, Lang: p.typed}}
		switch {
		case e.IsLink():
			runs = append(runs, pdf.Run{Text: " (" + e.Link + ")"})
		case len(e.Hash) >= enough:
			runs = append(runs, pdf.Run{Text: " " + p.fill("report.notification.hash", args{"Hash": e.Hash[:enough]})})
		}
		items = append(items, runs)
	}
	d.Bullets(items...)
}
