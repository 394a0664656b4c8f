using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>Takes in a file of players in one transaction: new names are created, known ones changed, bad rows left out and named.</summary>
internal sealed partial class PlayerImport(SubtitleDbContext database, CaptionCorrections captions, TimeProvider clock, ILogger<PlayerImport> logger)
{
    private static readonly PlayerKind Kind = new();

    public async Task<ImportReport> TakeInAsync(PlayerFile file, string user, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Whoever writes players meanwhile waits for a moment, so that no name of the file can appear under our hands.
        await database.Database.ExecuteSqlAsync($"LOCK TABLE subtitle.player IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var problems = file.Problems.ToList();
        var accepted = await AcceptAsync(file, problems, cancellationToken);
        var created = accepted.Where(player => database.Entry(player).State == EntityState.Added).ToList();
        var updated = accepted.Where(player => database.Entry(player).State == EntityState.Modified).ToList();
        foreach (var player in created.Concat(updated))
            player.SignBy(user, clock.GetUtcNow());

        await database.SaveChangesAsync(cancellationToken);
        await captions.CorrectAsync(CaptionImpact.OnNames([.. created.Concat(updated).Select(player => player.Name)]), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Imported(logger, user, created.Count, updated.Count);
        return new ImportReport
        {
            Rows = file.Rows.Count + file.UnreadableRows,
            Created = created.Count,
            Updated = updated.Count,
            Unchanged = accepted.Count - created.Count - updated.Count,
            Rejected = file.Rows.Count - accepted.Count + file.UnreadableRows,
            Problems = [.. problems.OrderBy(problem => problem.Line).Take(PlayerFile.MostProblems)],
        };
    }

    private async Task<IReadOnlyList<Player>> AcceptAsync(PlayerFile file, List<ImportProblem> problems, CancellationToken cancellationToken)
    {
        var keys = file.Rows.Select(row => NameKey.Of(row.Name)).ToHashSet(StringComparer.Ordinal);
        var known = await database.Players.Where(player => keys.Contains(player.NameKey)).ToDictionaryAsync(player => player.NameKey, cancellationToken);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var accepted = new List<Player>();
        foreach (var row in file.Rows)
        {
            var key = NameKey.Of(row.Name);
            var player = known.GetValueOrDefault(key);
            var errors = new FieldErrors();
            var data = PlayerColumns.Apply(row, player is null ? new PlayerData() : Kind.Show(player), errors);
            Kind.Check(data, errors);
            if (errors.IsEmpty && !lines.TryAdd(key, row.Line))
                errors.Add(PlayerColumns.Name, $"stands in line {lines[key]} already");
            if (!errors.IsEmpty)
            {
                problems.AddRange(errors.All.SelectMany(field => field.Value.Select(reason => new ImportProblem(row.Line, PlayerColumns.OfField(field.Key), reason))));
                continue;
            }

            player ??= database.Players.Add(new Player()).Entity;
            Kind.Write(data, player);
            accepted.Add(player);
        }

        database.ChangeTracker.DetectChanges();
        return accepted;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{User} imported players: {Created} new, {Updated} changed")]
    private static partial void Imported(ILogger logger, string user, int created, int updated);
}
