using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class KnownWorkerConfiguration : IEntityTypeConfiguration<KnownWorker>
{
    public void Configure(EntityTypeBuilder<KnownWorker> builder)
    {
        builder.ToTable("worker").HasKey(worker => worker.Id);
        builder.Property(worker => worker.Id).UseSerialColumn();
        builder.Property(worker => worker.Name).HasMaxLength(100);
    }
}
