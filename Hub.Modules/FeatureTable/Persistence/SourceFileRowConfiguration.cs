using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.FeatureTable.Persistence;

internal sealed class SourceFileRowConfiguration : IEntityTypeConfiguration<SourceFileRow>
{
    public static string TextOf(SourceFileState state) => state.ToString().ToLowerInvariant();

    public void Configure(EntityTypeBuilder<SourceFileRow> builder)
    {
        builder.ToTable("source_file");
        builder.Property(file => file.State).HasConversion(state => TextOf(state), text => Enum.Parse<SourceFileState>(text, ignoreCase: true)).HasMaxLength(10);
        builder.Ignore(file => file.Stamp);
        builder.HasIndex(file => new { file.Source, file.Path }).IsUnique();
    }
}
