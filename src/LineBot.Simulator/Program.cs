using System.Net;
using LineBot.Simulator;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Phones;

if (args is [ServiceMode.Argument])
    return await ServiceMode.RunAsync();
if (args is ["--help"])
{
    Console.WriteLine(SimulatorOptions.Usage);
    return 0;
}
SimulatorOptions options;
Simulation simulation;
IPEndPoint listening;
try
{
    options = SimulatorOptions.Read(args);
    listening = new IPEndPoint(options.Listen, FreePort.From(options.Port, options.Listen));
    simulation = new Simulation(listening, options);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message}\n\n{SimulatorOptions.Usage}");
    return 2;
}

await using var whole = simulation;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("LineBot.RichMenu", LogLevel.Warning);
// This machine only, whatever the surroundings say, unless told here: whoever reaches the page can be any customer.
builder.WebHost.UseUrls($"http://{listening}");
builder.Configuration["AllowedHosts"] = IPAddress.IsLoopback(options.Listen) ? "127.0.0.1;[::1];localhost" : "*";
builder.Services.AddPhones(simulation);

await using var app = builder.Build();
simulation.Platform.Map(app);
app.MapPhones();
await app.StartAsync();
Console.WriteLine(StartNotice.Of(simulation, options, listening));
await simulation.BeginAsync(app.Services.GetRequiredService<ILoggerFactory>());
await app.WaitForShutdownAsync();
return 0;
