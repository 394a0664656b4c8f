using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Subtitle;

/// <summary>The module's tables, for tests of what reads them.</summary>
internal static class ManualTables
{
    public static SubtitleDbContext Open(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<SubtitleDbContext>();
        ModuleDatabase.Configure(options, database.DataSource, SubtitleDbContext.Schema);
        return new SubtitleDbContext(options.Options);
    }
}
