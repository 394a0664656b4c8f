using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class DeadlineRiskConfiguration : IEntityTypeConfiguration<DeadlineRisk>
{
    public void Configure(EntityTypeBuilder<DeadlineRisk> builder)
    {
        builder.ToTable("deadline_risk").HasKey(risk => risk.InstructionId);
        builder.Property(risk => risk.InstructionId).ValueGeneratedNever();
        builder.HasOne<RenderInstruction>().WithMany().HasForeignKey(risk => risk.InstructionId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(risk => risk.RaisedAt).HasDefaultValueSql("now()");
    }
}
