namespace LineBot.RichMenu.Publishing;

/// <summary>Somebody else changes the menus of the channel at the same time; customers were not shown anything of this change.</summary>
public sealed class MenuConflictException() : Exception("Somebody else changes the menus of this channel at the same time.");
