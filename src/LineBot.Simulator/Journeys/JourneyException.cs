namespace LineBot.Simulator.Journeys;

/// <summary>Somebody on their way through talk and pages did not find what they were told would be there.</summary>
public sealed class JourneyException(string message) : Exception(message);
