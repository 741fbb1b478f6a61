using LineBot.Simulator.Phones.Screens;

namespace LineBot.Tests.Simulator.Phones.Screens;

public sealed class ScreenTests
{
    [Fact]
    public void Opens_the_keyboard_with_the_text_that_the_button_brings()
    {
        var screen = new Screen().Tapped(Json.Of("""{"type":"postback","data":"a","inputOption":"openKeyboard","fillInText":"利用コード: "}"""));

        (screen.IsTyping, screen.IsMenuOpen, screen.FillIn).ShouldBe((true, false, ("利用コード: ", 1)));
    }

    [Theory]
    [InlineData("closeRichMenu", false)]
    [InlineData("openRichMenu", true)]
    public void Opens_and_closes_the_menu_as_the_button_says(string option, bool isOpen)
    {
        var screen = new Screen().Typing().Tapped(Json.Of($$"""{"type":"postback","data":"a","inputOption":"{{option}}"}"""));

        (screen.IsTyping, screen.IsMenuOpen).ShouldBe((false, isOpen));
    }

    [Fact]
    public void Opens_the_recorder_for_a_voice_message()
    {
        var screen = new Screen().Tapped(Json.Of("""{"type":"postback","data":"a","inputOption":"openVoice"}"""));

        (screen.IsTyping, screen.IsMenuOpen).ShouldBe((true, false));
        screen.Sheet.ShouldBeOfType<Sheet.Voice>();
    }

    [Fact]
    public void The_same_text_put_in_twice_is_put_in_twice() =>
        new Screen().Typing("a").Typing("a").FillIn.Times.ShouldBe(2);

    [Fact]
    public void A_date_picker_opens_for_its_action() =>
        new Screen().Tapped(Json.Of("""{"type":"datetimepicker","data":"a","mode":"date"}""")).Sheet.ShouldBeOfType<Sheet.Picker>();

    [Theory]
    [InlineData("""{"type":"message","text":"a"}""")]
    [InlineData("""{"type":"unheard-of"}""")]
    [InlineData("""{"type":"postback","inputOption":"dance"}""")]
    [InlineData("5")]
    public void Anything_else_leaves_the_screen_as_it_is(string action)
    {
        var screen = new Screen();

        screen.Tapped(Json.Of(action)).ShouldBe(screen);
    }
}
