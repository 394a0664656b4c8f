using Hub.Modules.Render.Api;
using Hub.Modules.Render.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class RenderInstructionConfiguration : IEntityTypeConfiguration<RenderInstruction>
{
    public void Configure(EntityTypeBuilder<RenderInstruction> builder)
    {
        builder.ToTable("render_instructions", "public");
        builder.HasKey(instruction => instruction.Id);
        builder.Property(instruction => instruction.Id).UseSerialColumn();

        builder.Property(instruction => instruction.TemplateName).HasMaxLength(100);
        builder.Property(instruction => instruction.LayerDataJson).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
        builder.Property(instruction => instruction.OutputSettingsJson).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
        builder.Property(instruction => instruction.OutputPath).HasMaxLength(500);
        builder.Property(instruction => instruction.OutputFilename).HasMaxLength(200);
        builder.Property(instruction => instruction.Status).HasMaxLength(20).HasDefaultValue(RenderStatus.Pending);
        builder.Property(instruction => instruction.Priority).HasDefaultValue(5);
        // One NULL makes v1's whole list of pending instructions fail.
        builder.Property(instruction => instruction.TriggerType).HasMaxLength(50).HasDefaultValue("manual");
        builder.Property(instruction => instruction.TriggerId).HasMaxLength(100);
        builder.Property(instruction => instruction.RetryCount).HasDefaultValue(0);
        builder.Property(instruction => instruction.MaxRetries).HasDefaultValue(3);
        builder.Property(instruction => instruction.CreatedAt).HasDefaultValueSql("now()");

        builder.Property(instruction => instruction.CorrelationId).HasDefaultValueSql("gen_random_uuid()");
        builder.Property(instruction => instruction.Subject).HasMaxLength(50);
        builder.Property(instruction => instruction.IsBacklog).HasDefaultValue(false);
        builder.Property(instruction => instruction.Revision).HasDefaultValue(1);
        builder.Property(instruction => instruction.IsWithdrawn).HasDefaultValue(false);
        builder.Property(instruction => instruction.LatestFields).HasColumnType("jsonb");
        builder.Property(instruction => instruction.LostWorkers).HasDefaultValue(0);
        builder.Property(instruction => instruction.UnfitAttempts).HasDefaultValue(0);
        builder.Property(instruction => instruction.Attempt).HasDefaultValue(0L);
        builder.Property(instruction => instruction.Worker).HasMaxLength(100);
        builder.Property(instruction => instruction.AgainKey).HasMaxLength(IdempotencyKey.Longest);
        builder.Property(instruction => instruction.Owner).HasMaxLength(20);

        AddV1Indexes(builder);
        AddIndexes(builder);
    }

    private static void AddV1Indexes(EntityTypeBuilder<RenderInstruction> builder)
    {
        builder.HasIndex(instruction => instruction.Status);
        builder.HasIndex(instruction => new { instruction.Priority, instruction.CreatedAt });
        builder.HasIndex(instruction => new { instruction.Status, instruction.Priority, instruction.CreatedAt }).HasFilter("status = 'pending'");
    }

    private static void AddIndexes(EntityTypeBuilder<RenderInstruction> builder)
    {
        builder.HasIndex(instruction => instruction.CorrelationId).IsUnique();
        builder.HasIndex(instruction => new { instruction.TriggerType, instruction.TriggerId, instruction.TemplateName, instruction.Subject, instruction.RequestNo })
            .HasDatabaseName("ix_render_instructions_request").IsUnique().HasFilter("request_no IS NOT NULL");
        builder.HasIndex(instruction => new { instruction.IsBacklog, instruction.Priority, instruction.CreatedAt, instruction.Id })
            .HasDatabaseName("ix_render_instructions_waiting").HasFilter("status = 'pending' AND dispatched_at IS NULL");
        builder.HasIndex(instruction => instruction.Id).HasDatabaseName("ix_render_instructions_stale").HasFilter("stale_at IS NOT NULL");
        builder.HasIndex(instruction => instruction.NeededAt)
            .HasDatabaseName("ix_render_instructions_needed").HasFilter("status IN ('pending', 'processing') AND needed_at IS NOT NULL");
        builder.HasIndex(instruction => instruction.AgainOf).HasDatabaseName("ix_render_instructions_again").HasFilter("again_of IS NOT NULL");
        builder.HasIndex(instruction => instruction.DispatchedAt)
            .HasDatabaseName("ix_render_instructions_dispatched").HasFilter("status IN ('pending', 'processing') AND dispatched_at IS NOT NULL");
    }
}
