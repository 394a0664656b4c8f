using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.FeatureTable.Persistence;

internal sealed class HandRowConfiguration : IEntityTypeConfiguration<HandRow>
{
    public void Configure(EntityTypeBuilder<HandRow> builder)
    {
        builder.ToTable("hands", "public");
        builder.Ignore(hand => hand.Identity);
        builder.HasKey(hand => hand.Id).HasName("hands_pkey");
        builder.Property(hand => hand.Id).UseSerialColumn();
        builder.Property(hand => hand.TableId).HasMaxLength(50);
        builder.Property(hand => hand.Source).HasMaxLength(20).HasDefaultValue("rfid");
        builder.Property(hand => hand.HandRank).HasMaxLength(30);
        builder.Property(hand => hand.PotSize).HasDefaultValue(0L);
        builder.Property(hand => hand.Winner).HasMaxLength(100);
        builder.Property(hand => hand.PlayersJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(hand => hand.CommunityCardsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(hand => hand.ActionsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(hand => hand.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(hand => hand.UpdatedAt).HasDefaultValueSql("now()");
        builder.Property(hand => hand.ContentHash).HasMaxLength(64);
        builder.Property(hand => hand.Grade).HasMaxLength(1);
        builder.Property(hand => hand.WarningsJson).HasColumnType("jsonb");

        foreach (var json in builder.Metadata.GetProperties().Where(property => property.GetColumnType() == "jsonb"))
            json.SetValueComparer(new JsonTextComparer());

        builder.HasIndex(hand => new { hand.TableId, hand.HandNumber }).IsUnique().HasDatabaseName("hands_table_id_hand_number_key");
        builder.HasIndex(hand => hand.TableId).HasDatabaseName("idx_hands_table_id");
        builder.HasIndex(hand => hand.HandRank).HasDatabaseName("idx_hands_hand_rank");
        builder.HasIndex(hand => hand.CreatedAt).IsDescending().HasDatabaseName("idx_hands_created_at");
        builder.HasIndex(hand => new { hand.SessionId, hand.HandNumber, hand.StartTicks }).IsUnique().HasDatabaseName("hands_identity_key");
        builder.HasIndex(hand => new { hand.SessionId, hand.Sequence }).IsUnique().HasDatabaseName("hands_session_sequence_key");
    }
}
