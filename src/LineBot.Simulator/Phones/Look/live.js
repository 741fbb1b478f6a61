document.querySelectorAll("[data-fit]").forEach(e=>{})
