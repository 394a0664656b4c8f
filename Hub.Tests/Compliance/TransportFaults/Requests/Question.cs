namespace Hub.Tests.Compliance.TransportFaults.Requests;

/// <summary>Wants an <see cref="Answer"/>.</summary>
public sealed record Question(int Number);
