using System.Text;
using FluentAssertions;
using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Tests.Subtitle.ReadCsv;

internal sealed class CsvTableTests
{
    private static readonly string[] Required = ["tournament_number", "player_name"];

    [TestCase("tournament_number,player_name\n1,Ada\n", TestName = "Plain")]
    [TestCase("\uFEFFtournament_number,player_name\r\n1,Ada\r\n", TestName = "Byte order mark and CRLF")]
    [TestCase(" Tournament_Number , PLAYER_NAME \n 1 , Ada \n", TestName = "Blanks and capitals")]
    [TestCase("\"tournament_number\",\"player_name\"\n\"1\",\" Ada \"", TestName = "Quoted, without a last line break")]
    [TestCase("tournament_number;player_name\n1;Ada\n", TestName = "Semicolons")]
    [TestCase("\n\ntournament_number,player_name\n\n1,Ada\n,\n\n", TestName = "Blank lines and a row of nothing")]
    [TestCase("mood,player_name,tournament_number\nfine,Ada,1\n", TestName = "Another order and an unknown column")]
    public void A_row_is_found_by_its_columns(string text)
    {
        var table = Read(text);

        table.Problems.Should().BeEmpty();
        var cells = table.Rows.Should().ContainSingle().Subject.Cells;
        cells["tournament_number"].Should().Be("1");
        cells["player_name"].Should().Be("Ada");
    }

    [Test]
    public void Quotation_marks_keep_commas_and_each_other()
        => Read("tournament_number,player_name\n1,\"Ada \"\"The Ace\"\" King, Jr.\"\n").Rows.Single().Cells["player_name"].Should().Be("Ada \"The Ace\" King, Jr.");

    [Test]
    public void A_row_that_cannot_be_taken_apart_costs_itself_alone()
    {
        var table = Read("tournament_number,player_name\n1,Ada\n1,\"Bea\n1,Ce\"cil\n1,Dora,Jr.\n1\n1,Eve\n");

        table.Rows.Select(row => (row.Line, row.Cells["player_name"])).Should().Equal((2, "Ada"), (7, "Eve"));
        table.Problems.Select(problem => problem.Line).Should().Equal(3, 4, 5, 6);
        table.Problems[2].Reason.Should().Contain("3 values").And.Contain("2 columns");
        table.Problems.Should().OnlyContain(problem => problem.Allowed.Length > 0);
    }

    [TestCase("tournament_number,player_name\n1,Ada\n1", true)]
    [TestCase("tournament_number,player_name\n1,Ada\n1,\"Be", true)]
    [TestCase("tournament_number,player_name\n1\n1,Ada", false)]
    [TestCase("tournament_number,player_name\n1,Ada\n1\n", false)]
    [TestCase("tournament_number,player_name\n1,Ada", false)]
    public void Only_a_broken_last_line_without_its_end_looks_torn(string text, bool isTorn) => Read(text).MayBeTorn.Should().Be(isTorn);

    [TestCase("", "empty")]
    [TestCase("\r\n \n", "empty")]
    [TestCase("tournament_number,player_name\n", "no rows")]
    [TestCase("tournament_number,player\n1,Ada\n", "player_name")]
    [TestCase("name\n1\n", "columns tournament_number, player_name")]
    [TestCase("a\0b,c\n", "zero bytes")]
    public void A_file_that_says_nothing_is_refused_and_may_still_be_written(string text, string reason)
        => Reading(Encoding.UTF8.GetBytes(text)).Should().Throw<CsvFileException>().WithMessage($"*{reason}*").Which.MayBeTorn.Should().BeTrue();

    [Test]
    public void A_column_that_stands_twice_is_refused()
        => Reading("tournament_number,player_name,Player_Name\n1,Ada,Bea\n"u8.ToArray()).Should().Throw<CsvFileException>().WithMessage("*player_name stands twice*").Which.MayBeTorn.Should().BeFalse();

    [Test]
    public void Other_encodings_are_refused_by_name()
    {
        Reading(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("tournament_number,player_name\n1,Ada\n")).ToArray()).Should().Throw<CsvFileException>().WithMessage("*UTF-8*");
        Reading(Encoding.Latin1.GetBytes("tournament_number,player_name\n1,Adá\n")).Should().Throw<CsvFileException>().WithMessage("*UTF-8*");
    }

    private static CsvTable Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text), Required);

    private static Action Reading(byte[] content) => () => CsvTable.Read(content, Required);
}
