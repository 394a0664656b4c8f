namespace Hub.Tests.Compliance.TransportFaults.Requests;

/// <summary>Says which question it is for and who gave it.</summary>
public sealed record Answer(int Number, string Consumer);
