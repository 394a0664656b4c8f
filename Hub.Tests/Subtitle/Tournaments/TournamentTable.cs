using System.Globalization;
using System.Text;
using Hub.Modules.Subtitle.ReadCsv;
using Hub.Modules.Subtitle.WatchCsv;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>The module on a database of its own, and what its files of WSOP+ have made of it.</summary>
internal sealed class TournamentTable : IAsyncDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    private TournamentTable(TestDatabase database, SubtitleHost host) => (Database, Host) = (database, host);

    public TestDatabase Database { get; }

    public SubtitleHost Host { get; }

    /// <summary>The code that tournament 12 gets, unless the test runs through New Year's Eve.</summary>
    public static string WinterCode => string.Create(CultureInfo.InvariantCulture, $"WSOP_{Clock.GetUtcNow().Year}_E12_WC");

    public static async Task<TournamentTable> CreateAsync(params (string Key, string Value)[] settings)
    {
        var database = await SubtitleHost.CreateDatabaseAsync();
        return new TournamentTable(database, await SubtitleHost.StartAsync(database, before: null, settings));
    }

    /// <summary>Takes in a file as if it had been written so many hours ago and stood still for long.</summary>
    public async Task TakeAsync(string name, string text, double hoursAgo = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var written = Clock.GetUtcNow() - TimeSpan.FromHours(hoursAgo);
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CsvIntake>()
            .TakeInAsync(new CsvContent(new FoundCsvFile(CsvFileNames.KindOf(name)!.Value, name, bytes.Length, written.UtcTicks), bytes), isSettled: true, CancellationToken.None);
    }

    /// <summary>Takes in a state of tournament 12.</summary>
    public Task PlayAsync(int level = 9, int left = 120, string status = "running", double hoursAgo = 0)
        => TakeAsync("tournament_data.csv", Exports.Tournaments(Exports.Winter(level, left, status)), hoursAgo);

    /// <summary>A column of tournament 12's row, as text.</summary>
    public async Task<string?> WinterAsync(string column)
        => await Database.ScalarAsync<string>($"SELECT ({column})::text FROM tournaments WHERE event_code = '{WinterCode}'");

    /// <summary>Names of what has happened in tournament 12, in order.</summary>
    public async Task<string> MomentsAsync()
        => await Database.ScalarAsync<string>($"SELECT coalesce(string_agg(replace(trigger_id, '{WinterCode}/', ''), ' ' ORDER BY seen_at, trigger_id), '') FROM subtitle.tournament_moment") ?? "";

    /// <summary>A field of the report about a file, as text.</summary>
    public async Task<string?> ReportAsync(string file, string field)
        => await Database.ScalarAsync<string>($"SELECT ({field})::text FROM subtitle.csv_file WHERE name = '{file}'");

    /// <summary>Everything that was made of the files, without ids and times.</summary>
    public async Task<string> EverythingAsync()
        => await Database.ScalarAsync<string>(
            """
            SELECT (SELECT coalesce(string_agg((to_jsonb(t) - 'id' - 'created_at' - 'updated_at')::text, E'\n' ORDER BY event_code), '') FROM tournaments t)
                || (SELECT coalesce(string_agg((to_jsonb(i))::text, E'\n' ORDER BY number), '') FROM subtitle.imported_tournament i)
                || (SELECT coalesce(string_agg((to_jsonb(b) - 'id')::text, E'\n' ORDER BY date, starts_at, channel), '') FROM subtitle.broadcast b)
                || (SELECT coalesce(string_agg(trigger_id, E'\n' ORDER BY trigger_id), '') FROM subtitle.tournament_moment)
            """) ?? "";

    /// <summary>What one of the module's readers says now.</summary>
    public async Task<TResult> ReadAsync<TReader, TResult>(Func<TReader, Task<TResult>> read)
        where TReader : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    public Task EmptyAsync()
        => Database.ExecuteAsync("TRUNCATE tournaments, subtitle.imported_tournament, subtitle.broadcast, subtitle.tournament_moment, subtitle.csv_file");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
