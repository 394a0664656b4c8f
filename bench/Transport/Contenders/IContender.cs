namespace Hub.Bench.Transport.Contenders;

/// <summary>A way for messages to travel.</summary>
internal interface IContender : IAsyncDisposable
{
    string Name { get; }

    Arrivals Arrivals { get; }

    /// <summary>Ends when the message is safe, as far as this way keeps it safe.</summary>
    Task PublishAsync(Parcel parcel);

    /// <summary>Begins to consume. Messages wait in the queue when nobody consumes.</summary>
    /// <param name="places">Messages handled at a time.</param>
    /// <param name="prefetch">Messages fetched at a time.</param>
    /// <returns>Ends the consuming when disposed.</returns>
    Task<IAsyncDisposable> ConsumeAsync(int places, int prefetch);
}
