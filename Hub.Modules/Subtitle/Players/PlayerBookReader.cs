using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Players;

/// <summary>Reads what persons have entered about players.</summary>
internal sealed class PlayerBookReader(SubtitleDbContext database)
{
    public async Task<PlayerBook> ReadAsync(CancellationToken cancellationToken)
        => new(
            await database.NameOverrides.AsNoTracking().ToDictionaryAsync(entry => entry.ExportedName, entry => entry.CorrectedName, cancellationToken),
            await database.Players.AsNoTracking()
                .Select(player => new PlayerEntry(player.Name, player.DisplayName, player.Nationality, player.Photo, player.Bracelets, player.TotalEarnings))
                .ToDictionaryAsync(player => player.Name, cancellationToken),
            await database.SeatAssignments.AsNoTracking()
                .ToDictionaryAsync(entry => new TableSeat(entry.TableKey, entry.Seat), entry => entry.PlayerName, cancellationToken));
}
