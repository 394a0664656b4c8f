using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Hub.Tests.Architecture;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;
using Hub.Tests.Support.Servers;
using MassTransit;

namespace Hub.Tests.Compliance.Transport.Redis;

/// <summary>How a bus gets in.</summary>
internal sealed class LoginTests
{
    private const string Certificate = "server.crt";

    [Test]
    public async Task A_user_with_a_password_and_the_rights_to_its_prefix_is_enough()
    {
        var prefix = TestRedis.NewPrefix();
        var rights = DocumentedRights().Replace("{hub}", $"{{{prefix}}}", StringComparison.Ordinal);
        await using var server = await ConfiguredRedis.StartAsync(
            (port, _) => [$"port {port}", "user default off", $"user hub on >sec%ret {rights}", "user test on >test allkeys allchannels allcommands"],
            ",user=test,password=test");

        await TravellingHand.TravelAsync(new RedisBroker($"redis://hub:sec%25ret@{server.Address}", prefix));
        await TravellingHand.TravelAsync(new RedisBroker($"{server.Address},user=hub,password=sec%ret", prefix));
    }

    [Test]
    public async Task A_connection_may_be_encrypted()
    {
        await using var server = await ConfiguredRedis.StartAsync(
            (port, folder) =>
            {
                WriteCertificate(folder);
                return ["port 0", $"tls-port {port}", $"tls-cert-file {Certificate}", "tls-key-file server.key", $"tls-ca-cert-file {Certificate}", "tls-auth-clients no", "requirepass secret"];
            },
            ",ssl=true,password=secret",
            Certificate);
        var broker = new RedisBroker($"rediss://:secret@{server.Address}", TestRedis.NewPrefix());

        // On a busy machine the time may be over before there was an answer to refuse.
        await Eventually.BecomesTrueAsync(
            "the certificate is refused: this process knows nobody who vouches for the server",
            async () => (await FailsToConnectAsync(broker)).Contains("certificate", StringComparison.Ordinal));
        await using var trusting = ChildProcess.StartWith<TravellingHand>(new() { ["SSL_CERT_FILE"] = Path.Combine(server.Folder, Certificate) }, broker.Address);
        await trusting.SaysAsync(TravellingHand.Travelled);
    }

    [Test]
    public async Task A_wrong_password_is_told_and_not_repeated()
    {
        await using var server = await ConfiguredRedis.StartAsync((port, _) => [$"port {port}", "requirepass right"], ",password=right");

        var told = await FailsToConnectAsync(new RedisBroker($"{server.Address},password=wrong-one", TestRedis.NewPrefix()));

        told.Should().Contain("refuses the login").And.NotContain("wrong-one");
    }

    /// <summary>What the documentation says a user of the prefix <c>hub</c> needs: the words in code of that sentence.</summary>
    private static string DocumentedRights()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "design", "redis-streams.md"));
        var sentence = text[text.IndexOf("A user of an access list", StringComparison.Ordinal)..];
        return string.Join(' ', sentence[..sentence.IndexOf("`.", StringComparison.Ordinal)].Split('`').Where((_, index) => index % 2 == 1));
    }

    private static async Task<string> FailsToConnectAsync(RedisBroker broker)
    {
        await using var inspector = RedisInspector.Of(broker.Settings);
        var look = () => inspector.Broker.LookAsync(1, CancellationToken.None);
        return (await look.Should().ThrowAsync<ConnectionException>()).Which.ToString();
    }

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
        File.WriteAllText(Path.Combine(folder, Certificate), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
