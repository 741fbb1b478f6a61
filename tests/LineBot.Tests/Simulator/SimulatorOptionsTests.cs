using System.Net;
using LineBot.Simulator;

namespace LineBot.Tests.Simulator;

public sealed class SimulatorOptionsTests
{
    [Fact]
    public void Needs_nothing_and_listens_to_this_machine_alone()
    {
        var options = SimulatorOptions.Read([]);

        (options.Port, options.Folder, options.HasBot, options.Bot).ShouldBe((5080, null, true, null));
        options.Listen.ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public void Takes_what_it_knows()
    {
        var options = SimulatorOptions.Read(["--port", "6000", "--no-bot", "--data", "box", "--listen", "0.0.0.0"]);

        (options.Port, options.Folder, options.HasBot, options.Listen).ShouldBe((6000, Path.GetFullPath("box"), false, IPAddress.Any));
    }

    [Fact]
    public void A_bot_elsewhere_is_no_bot_here()
    {
        var options = SimulatorOptions.Read(["--bot", "http://192.168.0.7:3000/callback", "--secret", "s", "--token", "t"]);

        (options.HasBot, options.Bot, options.Secret, options.Token).ShouldBe((false, new Uri("http://192.168.0.7:3000/callback"), "s", "t"));
    }

    [Theory]
    [InlineData("--port wants a number from 1 to 65535, not ''.", "--port")]
    [InlineData("--port wants a number from 1 to 65535, not '0'.", "--port", "0")]
    [InlineData("--port wants a number from 1 to 65535, not '65536'.", "--port", "65536")]
    [InlineData("--data wants a value.", "--data")]
    [InlineData("--secret wants a value.", "--secret", "--token", "t")]
    [InlineData("--bot wants the whole address of a webhook, such as http://127.0.0.1:3000/webhook, not '127.0.0.1:3000'.", "--bot", "127.0.0.1:3000")]
    [InlineData("--listen wants an IP address of this machine, such as 0.0.0.0 for each of them, not 'everybody'.", "--listen", "everybody")]
    [InlineData("There is no option --urls.", "--urls", "http://0.0.0.0:5080")]
    public void Says_what_it_cannot_understand(string sentence, params string[] arguments) =>
        Should.Throw<FormatException>(() => SimulatorOptions.Read(arguments)).Message.ShouldBe(sentence);
}
