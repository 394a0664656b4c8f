using FluentAssertions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Programme;

namespace Hub.Tests.Subtitle.Programme;

internal sealed class ProgrammeReaderTests
{
    [Test]
    public async Task Nothing_entered_is_nothing_known()
    {
        await using var database = await SubtitleHost.CreateDatabaseAsync();
        await using var context = ManualTables.Open(database);
        var reader = new ProgrammeReader(context);

        (await reader.ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(ProgrammeFacts.Nothing);
        (await reader.EventOfTableAsync("Table Blue", CancellationToken.None)).Should().BeNull();
    }

    [Test]
    public async Task The_current_names_and_those_on_duty_are_read_in_their_order()
    {
        await using var database = await SubtitleHost.CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO subtitle.venue (name, name_key, is_current, changed_by, changed_at) VALUES ('Old Hall', 'OLD HALL', false, '', now()), ('Harbour Casino', 'HARBOUR CASINO', true, '', now());
            INSERT INTO subtitle.event_series (name, name_key, is_current, changed_by, changed_at) VALUES ('Autumn Series', 'AUTUMN SERIES', true, '', now());
            INSERT INTO subtitle.staff (name, name_key, social_handle, role, position, is_on_duty, changed_by, changed_at) VALUES
                ('Mara Vint', 'MARA VINT', '@mara', 'commentator', 2, true, '', now()),
                ('Otto Reyes', 'OTTO REYES', null, 'commentator', 1, true, '', now()),
                ('Off Duty', 'OFF DUTY', null, 'commentator', 0, false, '', now()),
                ('Ines Falk', 'INES FALK', '@ines', 'reporter', 1, true, '', now());
            INSERT INTO subtitle.table_assignment (table_name, table_key, event_code, changed_by, changed_at) VALUES ('Table Blue', 'TABLE BLUE', 'WSOP_2026_E7_WC', '', now());
            """);
        await using var context = ManualTables.Open(database);
        var reader = new ProgrammeReader(context);

        var programme = await reader.ReadAsync(CancellationToken.None);

        programme.Venue.Should().Be("Harbour Casino");
        programme.Series.Should().Be("Autumn Series");
        programme.Commentators.Should().Equal(new StaffMember("Otto Reyes", SocialHandle: null), new StaffMember("Mara Vint", "@mara"));
        programme.Reporters.Should().Equal(new StaffMember("Ines Falk", "@ines"));
        (await reader.EventOfTableAsync(" table  blue", CancellationToken.None)).Should().Be("WSOP_2026_E7_WC");
    }
}
