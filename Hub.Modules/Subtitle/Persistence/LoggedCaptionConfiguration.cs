using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class LoggedCaptionConfiguration : IEntityTypeConfiguration<LoggedCaption>
{
    public void Configure(EntityTypeBuilder<LoggedCaption> builder)
    {
        builder.ToTable("caption");
        builder.HasKey(caption => caption.Id);
        builder.HasIndex(caption => new { caption.TriggerType, caption.TriggerId, caption.Template, caption.Subject, caption.RequestNo }).IsUnique();
        builder.HasIndex(caption => new { caption.SessionId, caption.StartTicks });
        builder.HasIndex(caption => caption.EventCode);
        builder.HasIndex(caption => caption.TableKey);
        builder.HasIndex(caption => caption.CreatedAt);
        builder.HasIndex(caption => caption.Names).HasMethod("gin");
        builder.Property(caption => caption.Names).HasColumnType("text[]");
        builder.Property(caption => caption.Order).HasColumnName("ordered_as").HasJson("jsonb");
        builder.Property(caption => caption.Moment).HasJson("jsonb");
        builder.Property(caption => caption.Fields).HasJson("jsonb");
    }
}
