document.title = 'Benchside'
