package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// SaveService adds a service, or changes the one with its id. Only fields
// that differ are written.
func (s *Store) SaveService(ctx context.Context, user string, service assessment.Service) error {
	if err := service.Validate(); err != nil {
		return err
	}
	object := journal.Object{Kind: kindService, ID: service.ID}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "name", Value: service.Name},
		journal.Edit{Object: object, Field: "audience", Value: emptyIsNull(service.Audience)},
		journal.Edit{Object: object, Field: "budget_euro", Value: service.BudgetEuro},
		journal.Edit{Object: object, Field: "users", Value: service.Users},
		journal.Edit{Object: object, Field: "development", Value: emptyIsNull(service.Development)},
		journal.Edit{Object: object, Field: "planned", Value: emptyIsNull(service.Planned)},
		journal.Edit{Object: object, Field: "owner_role", Value: emptyIsNull(service.OwnerRole)},
		journal.Edit{Object: object, Field: "kind", Value: emptyIsNull(service.Kind)},
		journal.Edit{Object: object, Field: "catalogue_aid", Value: emptyIsNull(service.Aid)},
		journal.Edit{Object: object, Field: "opens_up", Value: service.OpensUp},
	)
	if err != nil {
		return fmt.Errorf("save service: %w", err)
	}
	return nil
}

// RemoveService takes a service out of the register. Its assessments stay in
// the journal and come back with it when the removal is undone.
func (s *Store) RemoveService(ctx context.Context, user, id string) error {
	if _, err := s.Service(ctx, id); err != nil {
		return err
	}
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindService, ID: id}, Field: "removed", Value: true})
	if err != nil {
		return fmt.Errorf("remove service: %w", err)
	}
	return nil
}

const serviceQuery = `
	SELECT id,
	       name,
	       coalesce(audience, ''),
	       budget_euro,
	       users,
	       coalesce(development, ''),
	       coalesce(planned, ''),
	       coalesce(owner_role, ''),
	       coalesce(kind, ''),
	       coalesce(catalogue_aid, ''),
	       opens_up
	FROM service
	WHERE name IS NOT NULL AND removed IS NOT 1`

// Services gives the register, by name.
func (s *Store) Services(ctx context.Context) ([]assessment.Service, error) {
	rows, err := s.db.QueryContext(ctx, serviceQuery+` ORDER BY name COLLATE NOCASE, id`)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query services: %w", err), s.folder)
	}
	defer rows.Close()
	var services []assessment.Service
	for rows.Next() {
		service, err := scanService(rows)
		if err != nil {
			return nil, fmt.Errorf("read service: %w", err)
		}
		services = append(services, service)
	}
	return services, storageFault(rows.Err(), s.folder)
}

// Service gives one service; one that is not there is fault.NotFound.
func (s *Store) Service(ctx context.Context, id string) (assessment.Service, error) {
	service, err := scanService(s.db.QueryRowContext(ctx, serviceQuery+` AND id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return service, fault.New(fault.NotFound, "error.service_not_found", fault.Args{"ID": id})
	}
	if err != nil {
		return service, storageFault(fmt.Errorf("read service: %w", err), s.folder)
	}
	return service, nil
}

type scanner interface{ Scan(targets ...any) error }

func scanService(row scanner) (assessment.Service, error) {
	var service assessment.Service
	err := row.Scan(
		&service.ID,
		&service.Name,
		&service.Audience,
		&service.BudgetEuro,
		&service.Users,
		&service.Development,
		&service.Planned,
		&service.OwnerRole,
		&service.Kind,
		&service.Aid,
		&service.OpensUp,
	)
	return service, err
}

// emptyIsNull writes an empty text as no value, so that emptying a field and
// never filling it are the same.
func emptyIsNull[T ~string](value T) any {
	if value == "" {
		return nil
	}
	return value
}
