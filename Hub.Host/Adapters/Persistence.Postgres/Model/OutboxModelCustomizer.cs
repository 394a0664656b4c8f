using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Hub.Adapters.Persistence.Postgres.Model;

/// <summary>
/// Maps the outbox into a module's context at run time. The module does not know: its migrations, made without this
/// adapter, have no messaging tables, and here they are excluded.
/// </summary>
internal sealed class OutboxModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        MessagingModel.MapOutbox(modelBuilder, owner: false);
    }
}
