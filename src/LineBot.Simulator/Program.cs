using LineBot.Simulator;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Phones;

if (args is [ServiceMode.Argument])
    return await ServiceMode.RunAsync();
if (SimulatorOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(SimulatorOptions.Usage);
    return 2;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("LineBot.RichMenu", LogLevel.Warning);
// This machine only, whatever the surroundings say: whoever reaches the page can be any customer.
var address = new Uri($"http://127.0.0.1:{FreePort.From(options.Port)}");
builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
builder.Configuration["AllowedHosts"] = "127.0.0.1;localhost";

await using var simulation = new Simulation(address, options);
builder.Services.AddPhones(simulation);

await using var app = builder.Build();
simulation.Platform.Map(app);
app.MapPhones();
await app.StartAsync();
Console.WriteLine($"\n  LINE in a box: {address}\n");
if (!options.HasBot)
    Console.WriteLine(string.Join('\n', simulation.ServiceSettings.Select(setting => $"  {setting.Key.Replace(":", "__", StringComparison.Ordinal)}={setting.Value}")));
await simulation.BeginAsync(app.Services.GetRequiredService<ILoggerFactory>());
await app.WaitForShutdownAsync();
return 0;
