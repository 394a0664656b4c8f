using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Clips;

/// <summary>Keeps apart those who replace a copy and those who mark on air what lies there. Held until the transaction ends.</summary>
internal static class CopyLock
{
    // First key; a number nobody else uses.
    private const int Class = 0x48_43_50_59;

    public static Task TakeAsync(RenderDbContext db, string copy, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Class}, hashtext(lower({copy})))", cancellationToken);
}
