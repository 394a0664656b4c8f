using Hub.Modules.Render.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class RenderOutputConfiguration : IEntityTypeConfiguration<RenderOutput>
{
    public void Configure(EntityTypeBuilder<RenderOutput> builder)
    {
        builder.ToTable("render_outputs", "public");
        builder.HasKey(output => output.Id);
        builder.Property(output => output.Id).UseSerialColumn();
        builder.HasOne<RenderInstruction>().WithMany().HasForeignKey(output => output.InstructionId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(output => output.OutputPath).HasMaxLength(500);
        builder.Property(output => output.FileSize).HasDefaultValue(0L);
        builder.Property(output => output.Status).HasMaxLength(20).HasDefaultValue(RenderStatus.Completed);
        builder.Property(output => output.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(output => output.CompletedAt).HasDefaultValueSql("now()");

        builder.Property(output => output.Checksum).HasMaxLength(64);
        builder.Property(output => output.Worker).HasMaxLength(100);
        builder.Property(output => output.PublishPath).HasMaxLength(700);
        builder.Property(output => output.OnAirBy).HasMaxLength(100);
        builder.HasIndex(output => output.InstructionId).HasDatabaseName("ix_render_outputs_clip").IsUnique().HasFilter("claim_id IS NOT NULL AND superseded_at IS NULL");
        builder.HasIndex(output => output.Id).HasDatabaseName("ix_render_outputs_unpublished").HasFilter("publish_path IS NOT NULL AND published_at IS NULL");
        builder.HasIndex(output => output.OnAirAt).HasDatabaseName("ix_render_outputs_on_air").HasFilter("on_air_at IS NOT NULL");
        builder.HasIndex(output => new { output.CompletedAt, output.Id }).HasDatabaseName("ix_render_outputs_kept").HasFilter("claim_id IS NOT NULL AND removed_at IS NULL");
        builder.HasIndex(output => output.Id, "ix_render_outputs_removed").HasDatabaseName("ix_render_outputs_removed").HasFilter("removed_at IS NOT NULL AND file_removed_at IS NULL");
    }
}
