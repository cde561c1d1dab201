package app

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/evidence"
	"toetssteen/internal/report"
	"toetssteen/internal/wholefile"
	"toetssteen/locales"
)

// ExportWithEvidence writes a zip file with the report, every file that
// supports an answer, and a list of all evidence. It is written whole or not
// at all: evidence that is missing or damaged is said, and nothing is made.
func (f *Facade) ExportWithEvidence(ctx context.Context, in ReportInput) (FileView, error) {
	model, err := f.assessmentReport(ctx, in.AssessmentID)
	if err != nil {
		return FileView{}, err
	}
	var pdf, packed bytes.Buffer
	replaced, err := report.WriteAssessment(&pdf, model, f.Texts(ctx), f.now())
	if err != nil {
		return FileView{}, err
	}
	archive := zip.NewWriter(&packed)
	name := reportName(model, f.Texts(ctx))
	if err := f.pack(archive, name, pdf.Bytes(), model.Assessment.Evidence, model, f.Texts(ctx)); err != nil {
		return FileView{}, err
	}
	if err := archive.Close(); err != nil {
		return FileView{}, fmt.Errorf("pack evidence: %w", err)
	}
	path := filepath.Join(f.store.Folder(), "reports", strings.TrimSuffix(name, ".pdf")+".zip")
	if err := wholefile.Write(path, packed.Bytes()); err != nil {
		return FileView{}, err
	}
	file := FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}
	for _, r := range replaced {
		file.Replaced = append(file.Replaced, string(r.Rune))
	}
	file.URL, err = f.config.Reveal(path)
	return file, err
}

// columns are those of the list of evidence.
var columns = []string{"criterion", "label", "name", "file", "link", "bytes", "hash", "media", "savedAt", "savedBy"}

// pack puts the report, the files and the list into the archive. A file that
// supports several answers is in it once.
func (f *Facade) pack(archive *zip.Writer, reportName string, pdf []byte, list []assessment.Evidence, model report.AssessmentReport, texts locales.Texts) error {
	if err := put(archive, reportName, pdf); err != nil {
		return err
	}
	names := packedNames(list)
	written := make(map[string]bool)
	for _, e := range list {
		if e.IsLink() || written[e.Hash] {
			continue
		}
		written[e.Hash] = true
		data, err := f.evidence.Read(e.Hash)
		if err != nil {
			return err
		}
		if err := put(archive, names[e.Hash], data); err != nil {
			return err
		}
	}
	var index bytes.Buffer
	index.WriteString("\ufeff") // spreadsheets then read it as UTF-8
	table := csv.NewWriter(&index)
	table.Comma = ';'
	lines := [][]string{make([]string, 0, len(columns))}
	for _, column := range columns {
		lines[0] = append(lines[0], texts.Text("app.evidence_column."+column, nil))
	}
	for _, e := range list {
		label := ""
		if c, err := model.Catalogue.Criterion(e.Criterion); err == nil {
			label = c.Label.In(model.Language)
		}
		size := ""
		if !e.IsLink() {
			size = strconv.FormatInt(e.Size, 10)
		}
		lines = append(lines, []string{string(e.Criterion), label, plainCell(e.Name), names[e.Hash], plainCell(e.Link), size, e.Hash, e.Media,
			moment(e.SavedAt), plainCell(e.SavedBy)})
	}
	if err := table.WriteAll(lines); err != nil {
		return fmt.Errorf("write list of evidence: %w", err)
	}
	return put(archive, "evidence.csv", index.Bytes())
}

// packedNames gives the name in the archive of each file, by hash.
func packedNames(list []assessment.Evidence) map[string]string {
	var hashes, wanted []string
	seen := make(map[string]bool)
	for _, e := range list {
		if e.IsLink() || seen[e.Hash] {
			continue
		}
		seen[e.Hash] = true
		hashes = append(hashes, e.Hash)
		name := evidence.SafeName(e.Name)
		if name == "" {
			name = e.Hash[:12]
		}
		wanted = append(wanted, string(e.Criterion)+" "+name)
	}
	names := make(map[string]string)
	for i, name := range evidence.Unique(wanted) {
		names[hashes[i]] = "evidence/" + name
	}
	return names
}

func put(archive *zip.Writer, name string, data []byte) error {
	w, err := archive.Create(name)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	return nil
}

// plainCell keeps a spreadsheet from taking a text for a formula.
func plainCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
