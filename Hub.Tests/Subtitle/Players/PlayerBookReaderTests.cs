using FluentAssertions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Players;

namespace Hub.Tests.Subtitle.Players;

internal sealed class PlayerBookReaderTests
{
    [Test]
    public async Task Players_corrections_and_seats_are_read_into_one_book()
    {
        await using var database = await SubtitleHost.CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO subtitle.player (name, name_key, nationality, bracelets, total_earnings, is_key_player, changed_by, changed_at) VALUES ('Kim Min-su', 'KIM MIN-SU', 'KR', 2, 1500000, true, 'anna', now());
            INSERT INTO subtitle.name_override (exported_name, exported_key, corrected_name, changed_by, changed_at) VALUES ('KIM MINSU', 'KIM MINSU', 'Kim Min-su', 'anna', now());
            INSERT INTO subtitle.seat_assignment (table_name, table_key, seat, player_name, changed_by, changed_at) VALUES ('Table Blue', 'TABLE BLUE', 7, 'Kim Min-su', 'anna', now());
            """);
        await using var context = ManualTables.Open(database);

        var book = await new PlayerBookReader(context).ReadAsync(CancellationToken.None);

        book.Find("Kim Minsu").Should().Be(new PlayerEntry("Kim Min-su", DisplayName: null, "KR", Photo: null, Bracelets: 2, TotalEarnings: 1_500_000));
        book.WithAssignedNames(SomeHand.Of(1, SomeHand.Player(7, "", 100))).Players.Single().Name.Should().Be("Kim Min-su");
    }
}
