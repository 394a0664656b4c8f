using System.Security.Cryptography;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports]
internal sealed class PayloadSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\r\n\t", "\"'\\/{}[]", "김민준과 Žofia", "Владимир", "אֲנִי", "e\u0301 \u202e \ufeff \uffff", "🂡🂮👩‍👩‍👧 𝒜", "%00 &amp; <b>", "1", "null", "{\"a\":1}",
    ];

    private Seen<HandDealt> _seen = null!;
    private BusUnderTest _bus = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var seen = _seen = new();
        _bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(context =>
        {
            seen.Add(context.Message);
            return Task.CompletedTask;
        })));
    }

    [Test]
    public async Task Any_text_arrives_as_it_was_sent()
    {
        for (var number = 0; number < Texts.Length; number++)
            await _bus.SendAsync("table", new HandDealt(number, Texts[number]));

        await _seen.BecomesAsync(Texts.Length);
        _seen.All.OrderBy(hand => hand.Number).Select(hand => hand.Note).Should().Equal(Texts);
    }

    [Test]
    public async Task A_megabyte_arrives_as_it_was_sent()
    {
        var texts = Enumerable.Range(0, 5).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(1024 * 1024))).ToList();

        await Task.WhenAll(texts.Select((text, number) => _bus.SendAsync("table", new HandDealt(number, text))));

        await _seen.BecomesAsync(texts.Count);
        _seen.All.OrderBy(hand => hand.Number).Select(hand => hand.Note).Should().Equal(texts);
    }

    [Test]
    public async Task A_message_without_content_arrives()
    {
        var seen = new Seen<bool>();
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("dealer", endpoint => endpoint.Handler<DeckShuffled>(_ =>
        {
            seen.Add(true);
            return Task.CompletedTask;
        })));

        await bus.PublishAsync(new DeckShuffled());

        await seen.BecomesAsync(1);
    }
}
