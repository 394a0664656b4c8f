using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Retention;

/// <summary>
/// Decides which clips are kept no longer: those too old, then the oldest until the rest fits the quota. Never one that is on air,
/// is too young, belongs to an instruction that is open, or has a copy still to be made. Only rows change here; the files are removed by
/// the hosts that see them, once the decision is committed.
/// </summary>
internal sealed partial class ClipRetention(RenderDbContext db, IOptions<RenderOptions> options, ILogger<ClipRetention> logger)
{
    private const long Gigabyte = 1 << 30;

    /// <summary>What may go, as SQL about <c>output</c> and <c>instruction</c>. Rows of v1's clients may not: their files are not ours.</summary>
    private const string Removable =
        """
        output.claim_id IS NOT NULL AND output.removed_at IS NULL AND output.on_air_at IS NULL
          AND (output.publish_path IS NULL OR output.published_at IS NOT NULL)
          AND instruction.status NOT IN ('pending', 'processing')
          AND output.completed_at < clock_timestamp() - {0}
        """;

    // Asked again of the row as it is when it is locked: a mark set meanwhile counts.
    private const string StillRemovable = "kept.on_air_at IS NULL AND kept.removed_at IS NULL";

    private const string ByAge =
        $"""
         UPDATE public.render_outputs kept SET removed_at = clock_timestamp()
         FROM public.render_outputs output JOIN public.render_instructions instruction ON instruction.id = output.instruction_id
         WHERE kept.id = output.id AND {StillRemovable} AND {Removable}
         """;

    private const string ByQuota =
        $$"""
         WITH total AS (
           SELECT coalesce(sum(file_size), 0) AS bytes FROM public.render_outputs WHERE claim_id IS NOT NULL AND removed_at IS NULL
         ), removable AS (
           SELECT output.id, sum(output.file_size) OVER (ORDER BY output.completed_at, output.id) - output.file_size AS older_bytes
           FROM public.render_outputs output JOIN public.render_instructions instruction ON instruction.id = output.instruction_id
           WHERE {{Removable}}
         )
         UPDATE public.render_outputs kept SET removed_at = clock_timestamp()
         FROM removable, total
         WHERE kept.id = removable.id AND {{StillRemovable}} AND removable.older_bytes < total.bytes - {1}
         """;

    /// <returns>How many clips.</returns>
    public async Task<int> DecideAsync(CancellationToken cancellationToken)
    {
        var (byAge, byQuota) = (await DecideByAgeAsync(cancellationToken), await DecideByQuotaAsync(cancellationToken));
        if (byAge + byQuota > 0)
        {
            Decided(logger, byAge, options.Value.KeepClipsDays, byQuota, options.Value.KeepClipsGigabytes ?? 0);
        }

        return byAge + byQuota;
    }

    private Task<int> DecideByAgeAsync(CancellationToken cancellationToken)
        => options.Value.KeepClipsDays == 0
            ? Task.FromResult(0)
            : db.Database.ExecuteSqlRawAsync(ByAge, [Longer(TimeSpan.FromDays(options.Value.KeepClipsDays), AtLeast)], cancellationToken);

    private Task<int> DecideByQuotaAsync(CancellationToken cancellationToken)
        => options.Value.KeepClipsGigabytes is not { } gigabytes
            ? Task.FromResult(0)
            : db.Database.ExecuteSqlRawAsync(ByQuota, [AtLeast, gigabytes * Gigabyte], cancellationToken);

    private TimeSpan AtLeast => TimeSpan.FromHours(options.Value.KeepClipsAtLeastHours);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    [LoggerMessage(Level = LogLevel.Information, Message = "Clips kept no longer: {ByAge} older than {Days} days, {ByQuota} beyond {Gigabytes} GB")]
    private static partial void Decided(ILogger logger, int byAge, int days, int byQuota, double gigabytes);
}
