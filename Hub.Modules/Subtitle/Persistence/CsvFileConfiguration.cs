using System.Text.Json;
using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class CsvFileConfiguration : IEntityTypeConfiguration<CsvFile>
{
    public void Configure(EntityTypeBuilder<CsvFile> builder)
    {
        builder.ToTable("csv_file");
        builder.HasKey(file => file.Name);
        builder.Property(file => file.Name).HasMaxLength(50);
        builder.Property(file => file.ContentHash).HasMaxLength(64);
        builder.Property(file => file.Problems).HasColumnType("jsonb").HasConversion(
            problems => JsonSerializer.Serialize(problems, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<CsvProblem>>(text, JsonSerializerOptions.Web)!);
    }
}
