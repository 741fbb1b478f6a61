namespace LineBot.Simulator.Phones.Screens;

/// <summary>A message from another phone, sent by LINE's share screen. It comes in a talk of its own, not in the account's.</summary>
public sealed record FriendMessage(int Number, string From, string Text, DateTimeOffset At, bool IsSeen = false);
