using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Reads what persons have entered about the programme.</summary>
internal sealed class ProgrammeReader(SubtitleDbContext database)
{
    /// <summary>Everything but the schedule, which is imported.</summary>
    public async Task<ProgrammeFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var onDuty = await database.Staff.AsNoTracking()
            .Where(staff => staff.IsOnDuty)
            .OrderBy(staff => staff.Position).ThenBy(staff => staff.Id)
            .ToListAsync(cancellationToken);
        var byRole = onDuty.ToLookup(staff => staff.Role, staff => new StaffMember(staff.Name, staff.SocialHandle));
        return new ProgrammeFacts
        {
            Venue = await CurrentAsync(database.Venues, cancellationToken),
            Series = await CurrentAsync(database.EventSeries, cancellationToken),
            Commentators = [.. byRole[StaffRole.Commentator]],
            Reporters = [.. byRole[StaffRole.Reporter]],
        };
    }

    /// <summary>Code of the tournament that is played at <paramref name="tableName"/>, or null when none was assigned.</summary>
    public Task<string?> EventOfTableAsync(string tableName, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(tableName);
        return database.TableAssignments.Where(entry => entry.TableKey == key).Select(entry => entry.EventCode).SingleOrDefaultAsync(cancellationToken);
    }

    private static Task<string?> CurrentAsync<TName>(DbSet<TName> names, CancellationToken cancellationToken)
        where TName : ProgrammeName
        => names.Where(entry => entry.IsCurrent).Select(entry => entry.Name).SingleOrDefaultAsync(cancellationToken);
}
