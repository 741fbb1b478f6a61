using System.Text;

namespace LineBot.Simulator.Phones.Flex;

/// <summary>
/// The declarations of one <c>style</c> attribute. A value that came from a bot has passed <see cref="FlexSize"/> or
/// <see cref="FlexColor"/>, which know no other characters than those of lengths and colours.
/// </summary>
public sealed class Style
{
    private readonly StringBuilder declarations = new();

    /// <summary>Adds a declaration; none for a value of null.</summary>
    public Style Set(string property, string? value)
    {
        if (value is not null)
            declarations.Append(property).Append(':').Append(value).Append(';');
        return this;
    }

    public Style SetWhen(bool condition, string property, string value) => condition ? Set(property, value) : this;

    public override string ToString() => declarations.ToString();
}
