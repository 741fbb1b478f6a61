using System.CommandLine;
using System.CommandLine.Parsing;

namespace LineBot.Cli;

/// <summary>An option that takes an address on the web.</summary>
internal static class AddressOption
{
    public static Option<Uri?> Of(Shell shell, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = input => Uri.TryCreate(input.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : Wrong(shell, name, input),
    };

    private static Uri? Wrong(Shell shell, string name, ArgumentResult input)
    {
        input.AddError(shell.Say($"{name} は http か https の URL です: '{input.Tokens[0].Value}'", $"{name} takes an http or https URL, not '{input.Tokens[0].Value}'."));
        return null;
    }
}
