using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Host.Security;

namespace Hub.Tests.Host.Commands;

/// <summary>The program as an operator types it.</summary>
internal sealed partial class CommandLineTests
{
    [Test]
    public async Task A_start_that_fails_says_why_in_one_line_and_ends_with_an_error_code()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync("", "run", "--Messaging:Transport=Kafka");

        exitCode.Should().Be(1);
        output.Should().BeEmpty();
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().ContainSingle()
            .Which.Should().Be("The hub cannot start. Messaging:Transport = 'Kafka': must be one of InMemory, RabbitMq, Redis.");
    }

    [Test]
    public async Task A_misspelt_command_is_not_taken_for_a_setting()
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync("", "rnu");

        exitCode.Should().Be(1);
        errors.Should().Contain("'rnu' is neither a command nor a setting");
    }

    [Test]
    public async Task A_hash_made_on_the_command_line_fits_the_password()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync("a password with 카드\n", "hash-password");

        exitCode.Should().Be(0);
        PasswordHashing.IsHash(output.Trim()).Should().BeTrue();
        PasswordHashing.Verify(output.Trim(), "a password with 카드").Should().BeTrue();
        PasswordHashing.Verify(output.Trim(), "another password").Should().BeFalse();
    }

    [Test]
    public async Task A_new_key_comes_with_the_hash_that_fits_it()
    {
        var (_, output, _) = await CommandLine.RunAsync("", "new-api-key");

        var made = Hexadecimal().Matches(output).Select(match => match.Value).ToList();
        made.Should().HaveCount(2);
        Credentials.HashOf(made[0]).Should().BeEquivalentTo(made[1]);
    }

    [Test]
    public async Task The_schema_can_be_had_as_a_script_without_a_database()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync("", "migrate", "--script");

        exitCode.Should().Be(0);
        output.Should().Contain("CREATE TABLE").And.Contain("render_instructions").And.Contain("hands");
    }

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();
}
