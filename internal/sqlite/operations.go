package sqlite

import (
	"context"
	"fmt"
	"strings"

	"toetssteen/internal/journal"
)

const operationColumns = `o.id, o.device, o.user, o.clock, o.change, o.undoes, o.kind, o.object, o.field, o.value,
	coalesce((SELECT group_concat(superseded, ' ') FROM supersession WHERE operation = o.id), '')`

// survivors gives the operations of a field that make its value, the one to
// show first in front: the order of [journal.Survivors].
func survivors(ctx context.Context, q querier, object journal.Object, field string) ([]journal.Operation, error) {
	return operations(ctx, q, `
		SELECT `+operationColumns+`
		FROM survivor v JOIN operation o ON o.id = v.operation
		WHERE v.kind = ? AND v.object = ? AND v.field = ?
		ORDER BY o.clock DESC, o.id`, object.Kind, object.ID, field)
}

// fieldHistory gives every operation of a field, in order of arrival.
func fieldHistory(ctx context.Context, q querier, object journal.Object, field string) ([]journal.Operation, error) {
	return operations(ctx, q, `
		SELECT `+operationColumns+`
		FROM operation o
		WHERE o.kind = ? AND o.object = ? AND o.field = ?
		ORDER BY o.sequence`, object.Kind, object.ID, field)
}

// changeOperations gives the operations of a change, in order of arrival.
func changeOperations(ctx context.Context, q querier, change journal.ID) ([]journal.Operation, error) {
	return operations(ctx, q, `
		SELECT `+operationColumns+`
		FROM operation o
		WHERE o.change = ?
		ORDER BY o.sequence`, change)
}

func operations(ctx context.Context, q querier, query string, args ...any) ([]journal.Operation, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("query operations: %w", err)
	}
	defer rows.Close()
	var found []journal.Operation
	for rows.Next() {
		var op journal.Operation
		var value, superseded string
		if err := rows.Scan(&op.ID, &op.Device, &op.User, &op.At, &op.Change, &op.Undoes,
			&op.Object.Kind, &op.Object.ID, &op.Field, &value, &superseded); err != nil {
			return nil, fmt.Errorf("read operation: %w", err)
		}
		op.Value = []byte(value)
		for _, id := range strings.Fields(superseded) {
			op.Supersedes = append(op.Supersedes, journal.ID(id))
		}
		found = append(found, op)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read operations: %w", err)
	}
	return found, nil
}

// onlyWith gives the condition that a column has a value, and none for "". As a
// condition by itself it lets SQLite use the column's index.
func onlyWith(column, value string) (string, []any) {
	if value == "" {
		return "true", nil
	}
	return column + " = ?", []any{value}
}
